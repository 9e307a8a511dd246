# notice: none
# source: constructed
# %% before
from fastai.tabular.all import *
from fastai.vision.all import *
Path("bugs").mkdir()
for i in range(30): Image.new("RGB", (16, 16), (i * 8, 60, 90)).save(f"bugs/{i}.png")
bugs = pd.DataFrame({"name": [f"{i}.png" for i in range(30)], "kind": ["ant", "bee", "wasp"] * 10})
bugs["held"] = bugs.index >= 24
bugs["few"] = [i in (4, 19) for i in range(30)]
for part, n in (("train", 6), ("valid", 2)):
    for k in ("elm", "oak"):
        (Path("woods") / part / k).mkdir(parents=True)
        for i in range(n): Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"woods/{part}/{k}/{part}{i}.png")
goats = pd.DataFrame({"age": [float(i % 9) for i in range(40)], "kind": ["alpine"] * 30 + ["boer"] * 10})
# %% cell
by_column = ImageDataLoaders.from_df(bugs, path="bugs", fn_col="name", label_col="kind", valid_col="held", bs=4, num_workers=0)
by_two = ImageDataLoaders.from_df(bugs, path="bugs", fn_col="name", label_col="kind", valid_col="few", bs=4, num_workers=0)
by_folder = ImageDataLoaders.from_folder("woods", bs=4, num_workers=0)
by_rows = TabularDataLoaders.from_df(goats, y_names="kind", cont_names=["age"], procs=[Normalize], valid_idx=[2, 9, 33, 35], bs=8)
