# notice: old_instances.made_before_its_class
# source: constructed
# says: ds\s+was\s+made\s+before\s+class\s+Pairs\s+was\s+written\s+anew
# says: old\s+__getitem__
# %% before
class Pairs:
    def __init__(self, rows): self.rows = rows
    def __len__(self): return len(self.rows)
    def __getitem__(self, i): return self.rows[i], 0
ds = Pairs([3, 4, 5])
# %% before
class Pairs:
    def __init__(self, rows): self.rows = rows
    def __len__(self): return len(self.rows)
    def __getitem__(self, i): return self.rows[i], self.rows[i] % 2
# %% cell
first = ds[0]
# %% mended
ds = Pairs([3, 4, 5])
first = ds[0]
