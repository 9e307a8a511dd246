# rule: python_stars.two_stars_of_no_dict
# source: constructed
# says: self\.model\(\*x\)
# %% before
class Model:
    def __call__(self, ids, mask): return len(ids)
class Wrapper:
    def __init__(self, model): self.model = model
    def run(self, x):
        return self.model(**x)
# %% fails
Wrapper(Model()).run([[1, 2], [1, 1]])
# %% mended
class Wrapper:
    def __init__(self, model): self.model = model
    def run(self, x):
        return self.model(*x)
Wrapper(Model()).run([[1, 2], [1, 1]])
