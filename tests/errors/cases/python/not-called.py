# rule: python_attributes.not_called
# source: constructed
# says: df\.head\(\)\.shape
# says: df\.head
# %% fails
import pandas as pd
df = pd.DataFrame({'a':[1]})
df.head.shape
# %% mended
import pandas as pd
df = pd.DataFrame({'a':[1]})
df.head().shape
