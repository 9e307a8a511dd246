# rule: libraries_sklearn.other_columns
# source: https://stackoverflow.com/questions/66059532 (feature names should match)
# says: 'colour'
# says: tree\.predict\(tests\[tree\.feature_names_in_\]\)
# %% before
import pandas as pd
from sklearn.tree import DecisionTreeRegressor
cars = pd.DataFrame({"age": [1, 5, 9], "km": [10, 60, 90], "price": [9, 5, 2]})
tests = pd.DataFrame({"colour": [1, 2], "age": [2, 8], "km": [20, 80]})
# %% fails
tree = DecisionTreeRegressor().fit(cars[["age", "km"]], cars["price"])
guesses = tree.predict(tests)
# %% mended
tree = DecisionTreeRegressor().fit(cars[["age", "km"]], cars["price"])
guesses = tree.predict(tests[tree.feature_names_in_])
