# notice: model_inputs.target_among_inputs
# source: constructed
# %% before
import pandas as pd, numpy as np, sys
rng = np.random.default_rng(0)
df = pd.DataFrame({"rooms": rng.integers(1, 9, 60), "area": rng.normal(80, 20, 60), "price": rng.normal(300, 50, 60)})
open('forests.py', 'w').write('''
from sklearn.ensemble import RandomForestRegressor
def learnt(model, inputs, wanted):
    return model.fit(inputs, wanted)
def forest(inputs, wanted):
    return learnt(RandomForestRegressor(5), inputs, wanted)
''')
sys.path.insert(0, '.')
from forests import forest
# %% cell
m = forest(df, df['price'])
# %% mended
m = forest(df.drop(columns='price'), df['price'])
