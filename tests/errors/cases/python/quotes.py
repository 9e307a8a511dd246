# rule: python_syntax.quotes
# source: constructed
# says: x = "it's here"
# %% fails
x = 'it's here'
# %% mended
x = "it's here"
