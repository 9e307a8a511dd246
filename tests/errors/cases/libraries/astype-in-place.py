# rule: libraries_gone.argument_gone
# source: constructed
# says: does not take inplace
# says: cars\['doors'\] = cars\.doors\.astype\(str\)
# %% before
import pandas as pd
cars = pd.DataFrame({'doors': [3, 5]})
# %% fails
cars.doors.astype(str, inplace=True)
# %% mended
cars['doors'] = cars['doors'].astype(str)
