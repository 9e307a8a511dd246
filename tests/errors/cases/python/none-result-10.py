# rule: python_none.none_result
# source: constructed
# says: x = …
# says: None
# %% fails
x = None
x.shape
