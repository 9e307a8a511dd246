# notice: later_values.default_that_grows
# source: constructed
# says: `bag=\[\]` of `pack` is made once, when the function is defined
# says: which holds 3 items by now
# says: `if bag is None: bag = \[\]`
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
