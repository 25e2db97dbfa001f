"""What the extension touches of JupyterLab; the fakes of tests/lab and the real one have it."""

PANEL = {
    "node": "object",
    "isDisposed": "boolean",
    "disposed.connect": "function",
    "addClass": "function",
    "removeClass": "function",
    "hasClass": "function",
    "toggleClass": "function",
    "_autorestarting": "boolean",
    "contentHeader.addWidget": "function",
    "toolbar.setHidden": "function",
    "isVisible": "boolean",
    "content.node": "object",
    "content.widgets.length": "number",
    "content.model.getMetadata": "function",
    "content.model.cells.length": "number",
    "content.model.cells.get(0).type": "string",
    "content.model.cells.get(0).id": "string",
    "content.model.cells.get(0).sharedModel.getSource": "function",
    "context.path": "string",
    "context.ready.then": "function",
    "context.save": "function",
    "context.createCheckpoint": "function",
    "context.saveState.connect": "function",
    "context.model.dirty": "boolean",
    "context.model.stateChanged.connect": "function",
    "sessionContext.ready.then": "function",
    "sessionContext.kernelChanged.connect": "function",
    "sessionContext.statusChanged.connect": "function",
    "sessionContext.session.kernel.name": "string",
    "sessionContext.session.kernel.info.then": "function",
    "sessionContext.session.kernel.requestKernelInfo": "function",
}
CODE_CELL = {
    "node": "object",
    "inputHidden": "boolean",
    "syncCollapse": "boolean",
    "model.type": "string",
    "model.id": "string",
    "model.outputs.length": "number",
    "model.outputs.get": "function",
    "model.outputs.add": "function",
    "model.outputs.clear": "function",
    "model.outputs.remove": "function",
    "outputArea._clear": "function",
    "model.outputs.clearNext": "boolean",
}
APP = {
    "restored.then": "function",
    "commands.execute": "function",
    "serviceManager.contents.get": "function",
    "shell.add": "function",
    "shell.activateById": "function",
    "shell.collapseLeft": "function",
    "shell.collapseRight": "function",
    "shell.leftCollapsed": "boolean",
    "shell.layout.widgets[0].id": "string",
    "shell.layout.widgets[0].isHidden": "boolean",
    "shell.layout.widgets[0].setHidden": "function",
    "shell.isSideTabBarVisible": "function",
    "shell.toggleSideTabBarVisibility": "function",
    "shell.modeChanged.connect": "function",
    "shell.layoutModified.connect": "function",
}


def expected():
    """Give every expression with its type, as `shape` finds it."""
    roots = {"panel": PANEL, "cell": CODE_CELL, "app": APP}
    return {f"{root}.{name}": kind for root, of in roots.items() for name, kind in of.items()}


def shape(page, app):
    """Ask a page for the type of all that is touched, on its open notebook.

    `app` is an expression for JupyterLab's application; its open notebook has a code cell.
    """
    kinds = ", ".join(f"{name!r}: kind(() => {name})" for name in expected())
    return page.evaluate(
        f"""() => {{
          const app = {app};
          const panel = app.shell.currentWidget;
          const cell = panel.content.widgets.find((each) => each.model.type === 'code');
          const kind = (look) => {{
            try {{ return typeof look(); }} catch {{ return 'missing'; }} }};
          return {{ {kinds} }}; }}"""
    )
