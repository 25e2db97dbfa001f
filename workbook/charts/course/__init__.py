"""The charts of the course, one file each: ``m01_timeline.py`` builds the chart ``01/timeline``.

A chart's file has a function ``build(datasets)``. It takes the folder that holds the CSV files, as
a `pathlib.Path`, and returns a `workbook.charts.Chart`; two builds of the same files are equal. It
raises `workbook.errors.WorkbookError` when a table is missing or a row must not be shown. A picture
that is long lies beside it, in a file of the same name that ends in ``_picture``; what several
charts share lies in the files without a number. The words of a chart stand under its id in
``words/en/charts.yaml``.
"""
