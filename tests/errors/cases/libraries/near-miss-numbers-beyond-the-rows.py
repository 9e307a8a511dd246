# rule: not libraries_positions.numbers_for_labels
# source: constructed
# %% before
import pandas as pd
iris = pd.DataFrame({'sepal': [1., 2., 3.], 'petal': [2., 3., 4.]})
# %% fails
X = iris[[40, 41]]
