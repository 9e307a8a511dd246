# rule: python_unpacking.unpacking
# source: constructed
# says: make_halves\(3\) returns a function \(cut_at\)
# says: first, rest = make_halves\(3\)\(values\)
# %% before
values = [4, 8, 15, 16, 23]
def make_halves(k):
    def cut_at(values): return values[:k], values[k:]
    return cut_at
# %% fails
first, rest = make_halves(3)
# %% mended
first, rest = make_halves(3)(values)
