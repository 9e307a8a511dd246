# rule: python_indent.empty_block
# source: constructed
# says: class A:
# says: class
# %% fails
class A:
def f(self):
    pass
