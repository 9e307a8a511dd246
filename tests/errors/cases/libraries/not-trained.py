# rule: libraries_sklearn.not_trained
# source: constructed
# says: predict
# %% before
from sklearn.linear_model import LinearRegression
m = LinearRegression()
# %% fails
m.predict([[1]])
