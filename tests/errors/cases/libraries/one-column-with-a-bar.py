# rule: libraries.missing_column
# source: constructed; the sign belongs to the name
# says: Its columns: 'a\|b', 'colour'
# %% before
import pandas as pd
paint = pd.DataFrame({"a|b": [1, 2], "colour": ["red", "blue"]})
# %% fails
paint["color"]
# %% mended
paint["colour"]
