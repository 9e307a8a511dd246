# notice: python.made_not_raised
# source: constructed
# says: ValueError\('too\s+long'\)\s+only\s+makes\s+the\s+exception\s+and\s+drops\s+it:\s+nothing\s+is\s+raised,\s+and\s+the\s+code\s+goes\s+on
# %% before
limit = 3
# %% cell
def short(word):
    if len(word) > limit:
        ValueError('too long')
    return word
short('chocolate')
# %% mended
def short(word):
    if len(word) > limit:
        raise ValueError('too long')
    return word
short('cat')
