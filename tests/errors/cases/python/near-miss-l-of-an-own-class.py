# rule: not python_values.beyond_the_end
# source: constructed
# %% before
from fastcore.all import L
class Shelf:
    def __init__(self): self.books = L()
    def __getitem__(self, i): return self.books[i]
shelf = Shelf()
# %% fails
shelf.missing[0]
