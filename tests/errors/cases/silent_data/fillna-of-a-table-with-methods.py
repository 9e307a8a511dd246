# notice: methods_in_tables.method_not_called
# source: constructed
# says: df\['Fare'\]\.median\(\)
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"Age": [1., np.nan, 3.], "Fare": [np.nan, 2., 3.]})
# %% cell
df = df.fillna({'Fare': df['Fare'].median, 'Age': 0})
