# rule: notebook_names.attribute_of_self
# source: constructed
# says: def g\(self\): return self\.h\(\)
# %% fails
class A:
    def h(self): return 1
    def g(self): return h()
A().g()
# %% mended
class A:
    def h(self): return 1
    def g(self): return h()
def g(self): return self.h()
