# notice: model_inputs.target_among_inputs
# source: constructed
# says: still\s+has\s+the\s+column\s+'SalePrice'
# says: drop\(columns='SalePrice'\)
# %% before
import numpy as np, pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
rng = np.random.RandomState(0)
houses = pd.DataFrame({'Area': rng.rand(90), 'Rooms': rng.randint(1, 9, 90), 'SalePrice': rng.rand(90) * 1e5 + 1})
y = np.log(houses['SalePrice'])
model = make_pipeline(StandardScaler(), LinearRegression())
# %% cell
model.fit(houses, y)
print(model.score(houses, y))
# %% mended
model.fit(houses.drop(columns='SalePrice'), y)
