# rule: libraries_colors.classes_for_colors
# source: constructed
# says: c=pd.factorize\(df\['species'\]\)\[0\]
# %% before
import pandas as pd
import matplotlib.pyplot as plt
df = pd.DataFrame({'x': [1, 2, 3], 'species': ['setosa', 'virginica', 'setosa']})
# %% fails
plt.scatter(df['x'], df['x'], c=df['species'])
# %% mended
plt.scatter(df['x'], df['x'], c=pd.factorize(df['species'])[0])
