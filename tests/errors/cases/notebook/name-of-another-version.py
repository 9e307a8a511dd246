# rule: notebook_absent.nothing_of_that_name
# source: constructed
# says: nor a name\s+like\s+it
# %% fails
from matplotlib.pyplot import heatplot3000
