# rule: not libraries_gone.argument_gone
# source: constructed
# %% before
import pandas as pd
houses = pd.DataFrame({'rooms': [2, 3]})
def twice(n): return 2 * n
# %% fails
houses.rooms.apply(twice, level=2)
