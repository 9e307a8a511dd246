# rule: libraries_gone.argument_gone
# source: fastbook chapter 9 with pandas 2
# says: inplace
# says: removed
# says: cars\['size'\] = cars\['size'\]\.cat\.reorder_categories\(order, ordered=True\)
# %% before
import pandas as pd
cars = pd.DataFrame({'size': ['big', 'small', 'big']})
cars['size'] = cars['size'].astype('category')
order = ['small', 'big']
# %% fails
cars['size'].cat.reorder_categories(order, ordered=True, inplace=True)
# %% mended
cars['size'] = cars['size'].cat.reorder_categories(order, ordered=True)
