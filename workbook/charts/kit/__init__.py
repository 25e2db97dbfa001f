"""What charts are made of: their model, words, tables, marks, picture and page.

A layer above another draws from those below only: `model`; `tables`, `theme`, `chart_words`;
`render`, `marks`, `bars`, `panels`; `panels_picture`; `page`; and `catalog`, which finds and
checks the charts in ``course``.
"""
