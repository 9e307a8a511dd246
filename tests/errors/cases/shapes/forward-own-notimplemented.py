# rule: none
# source: constructed
# %% before
class Base:
    def predict(self, x): raise NotImplementedError
# %% fails
Base().predict(3)
