# notice: repeated_rows.two_names_of_one_list
# source: constructed
# says: one\s+and\s+the\s+same\s+list
# says: xs,\s+ys\s+=\s+\[\],\s+\[\]
# %% cell
def halves(items):
    xs = ys = []
    for i, o in enumerate(items):
        if i % 2: xs.append(o)
        else: ys.append(o)
    return xs, ys
halves([1, 2, 3, 4])
# %% mended
def halves(items):
    xs, ys = [], []
    for i, o in enumerate(items):
        if i % 2: xs.append(o)
        else: ys.append(o)
    return xs, ys
halves([1, 2, 3, 4])
