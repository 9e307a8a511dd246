# rule: libraries_positions.numbers_for_labels
# source: constructed
# says: \.iloc\[:, \[0, 1\]\]
# %% before
import pandas as pd
iris = pd.DataFrame({'sepal': [1., 2., 3.], 'petal': [2., 3., 4.], 'kind': ['a', 'b', 'a']})
# %% fails
X = iris[[0, 1]]
# %% mended
X = iris.iloc[:, [0, 1]]
