"""What a learner sees and touches: one small anywidget per exercise, with no course text in it."""
