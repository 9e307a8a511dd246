# rule: libraries_members.column_as_attribute
# source: constructed
# says: r is a Series; it has no heigth
# says: r.height
# %% before
import pandas as pd
people = pd.DataFrame({"name": ["Ann", "Bo"], "height": [170, 181]})
# %% fails
tall = people.apply(lambda r: r.heigth > 175, axis=1)
# %% mended
tall = people.apply(lambda r: r.height > 175, axis=1)
