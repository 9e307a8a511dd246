# rule: labels.text_for_numbers
# source: constructed
# says: pd.to_numeric\(homes\['price'\], errors='coerce'\)
# says: homes = homes.dropna\(subset=\['price'\]\)
# says: 1 of 6 labels
# %% before
from fastai.vision.all import *
for i in range(6):
    Image.new("RGB", (20, 20), (30 * i, 0, 9)).save(f"h{i}.png")
homes = pd.DataFrame({"photo": [f"h{i}.png" for i in range(6)], "price": ["220", "400", "350", "310", "unknown", "180"]})
# %% fails
dls = ImageDataLoaders.from_df(homes, ".", fn_col="photo", label_col="price", y_block=RegressionBlock, bs=2)
dls.one_batch()
# %% mended
homes["price"] = pd.to_numeric(homes["price"], errors="coerce")
homes = homes.dropna(subset=["price"])
dls = ImageDataLoaders.from_df(homes, ".", fn_col="photo", label_col="price", y_block=RegressionBlock, bs=2)
dls.one_batch()
