# rule: python_spelling.markdown_or_output
# source: constructed
# says: Line 1 begins with three backticks: the fence that marks code in Markdown\.
# %% fails
```python
x = 1
```
