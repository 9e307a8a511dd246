# rule: python_indent.empty_block
# source: constructed
# says: def f\(\):
# says: def
# %% fails
def f():
    # todo
# %% mended
def f():
    pass
    # todo
