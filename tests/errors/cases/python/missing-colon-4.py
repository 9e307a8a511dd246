# rule: python_syntax.missing_colon
# source: constructed
# says: class A:
# says: class
# %% fails
class A
    pass
# %% mended
class A:
    pass
