# rule: python_raised.raised_on_purpose
# source: constructed
# says: line\s+5\s+of\s+its\s+cell
# %% before
LARGEST = 9

class Grid:
    def __init__(self, n):
        if n > LARGEST: raise ValueError('too large')
        self.n = n
# %% fails
grids = [Grid(n) for n in (3, 12)]
