# rule: libraries_sklearn.other_columns
# source: https://stackoverflow.com/questions/41335718 (keep the same dummies in train and test)
# says: 'fuel_gas'
# says: given = given\.reindex\(columns=tree\.feature_names_in_, fill_value=0\)
# %% before
import pandas as pd
from sklearn.tree import DecisionTreeRegressor
cars = pd.DataFrame({"age": [1, 5, 9], "fuel": ["gas", "oil", "oil"], "price": [9, 5, 2]})
given = pd.get_dummies(pd.DataFrame({"age": [2, 8], "fuel": ["oil", "oil"]}))
tree = DecisionTreeRegressor().fit(pd.get_dummies(cars[["age", "fuel"]]), cars["price"])
# %% fails
tree.predict(given)
# %% mended
given = given.reindex(columns=tree.feature_names_in_, fill_value=0)
tree.predict(given)
