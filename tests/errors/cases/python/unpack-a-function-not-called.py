# rule: python_shapes.not_iterable
# source: constructed
# says: middle is the function middle itself
# says: x, y = middle\(box\)
# %% before
box = (2, 3, 6, 9)
def middle(box): return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
# %% fails
x, y = middle
# %% mended
x, y = middle(box)
