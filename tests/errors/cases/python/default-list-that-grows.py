# notice: later_values.default_that_grows
# source: constructed
# says: bag=\[\]\s+of\s+pack\s+is\s+made\s+once,\s+when\s+the\s+function\s+is\s+defined
# says: which holds 3 items by now
# says: if\s+bag\s+is\s+None:\s+bag\s+=\s+\[\]
# %% before
start = 1
# %% cell
def pack(thing, bag=[]):
    bag.append(thing)
    return bag
mine = pack('book')
yours = pack('pen')
pack('cup')
# %% mended
def pack(thing, bag=None):
    if bag is None: bag = []
    bag.append(thing)
    return bag
mine = pack('book')
yours = pack('pen')
pack('cup')
