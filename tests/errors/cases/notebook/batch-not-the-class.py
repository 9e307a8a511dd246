# rule: notebook_undefined.never_defined
# source: constructed
# says: model
# says: not run in this session
# %% before
class Model:
    def __call__(self, xs): return sum(xs)
# %% fails
model([1, 2])
# %% mended
model = Model()
model([1, 2])
