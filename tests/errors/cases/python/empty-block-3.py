# rule: python_indent.empty_block
# source: constructed
# says: def f\(self, x\):
# says: def
# %% fails
def f(self, x):
return x
# %% mended
def f(self, x):
    return x
