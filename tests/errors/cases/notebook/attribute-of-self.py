# rule: notebook_names.attribute_of_self
# source: constructed
# says: def g\(self\): return self\.n
# %% fails
class A:
    def __init__(self): self.n = 1
    def g(self): return n
A().g()
# %% mended
class A:
    def __init__(self): self.n = 1
    def g(self): return n
def g(self): return self.n
