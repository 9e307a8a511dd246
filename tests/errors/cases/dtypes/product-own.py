# rule: none
# source: constructed: same dtypes, the shapes are the cause and have their own rule
# %% before
class W:
    def __matmul__(self, o): raise RuntimeError("expected m1 and m2 to have the same dtype")
# %% fails
W() @ 3
