# rule: python_syntax.quotes
# source: constructed
# says: print\("hello"\)
# %% fails
print("hello')
# %% mended
print("hello")
