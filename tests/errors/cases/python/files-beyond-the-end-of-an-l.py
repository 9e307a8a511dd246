# rule: python_values.beyond_the_end
# source: constructed
# says: names has 3 items
# says: last index is 2
# says: names\[-1\]
# %% before
from fastcore.all import L
names = L(['a.jpg', 'b.jpg', 'c.jpg'])
# %% fails
print(names[10])
# %% mended
print(names[-1])
