# rule: python_syntax.quotes
# source: constructed
# says: "it's a cat"
# %% fails
text = 'it's a cat'
# %% mended
text = "it's a cat"
