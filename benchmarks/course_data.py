"""Data as large as the course's, under the names that its cells read."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pandas as pd
from PIL import Image

# The files of Oxford-IIIT Pet, the rows of Adult, MNIST's threes and sevens, Blue Book for Bulldozers, MovieLens 100k
# and Titanic.
N_PICTURES, SIZE = 7_390, 48
N_ADULTS, N_SALES, N_RATINGS, N_PASSENGERS = 32_561, 401_125, 100_000, 891


def make_data(folder: Path) -> None:
    """Files named as the course's: pictures of cats (capital letters) and dogs, and tables."""
    draw = np.random.default_rng(0)
    _pictures(draw, folder / "pets")
    words = {"education": ["school", "college", "university"], "salary": ["<50k", ">=50k"]}
    adults = {name: draw.choice(some, N_ADULTS) for name, some in words.items()}
    adults |= {"age": draw.integers(18, 80, N_ADULTS), "hours": draw.integers(10, 60, N_ADULTS)}
    pd.DataFrame(adults).to_csv(folder / "adult.csv", index=False)
    _sales(draw).to_csv(folder / "bulldozers.csv", index=False)
    _passengers(draw).to_csv(folder / "titanic.csv", index=False)
    rated = {"user": draw.integers(1, 944, N_RATINGS), "movie": draw.integers(1, 1683, N_RATINGS)}
    rated |= {"rating": draw.integers(1, 6, N_RATINGS), "timestamp": draw.integers(8e8, 9e8, N_RATINGS)}
    pd.DataFrame(rated).to_csv(folder / "u.data", sep="\t", header=False, index=False)
    films = pd.DataFrame({"movie": range(1, 1683), "title": [f"Film {i}" for i in range(1, 1683)]})
    films.to_csv(folder / "u.item", sep="|", header=False, index=False)


def _pictures(draw: np.random.Generator, folder: Path) -> None:
    folder.mkdir()
    breeds = (
        "Birman",
        "beagle",
        "Bombay",
        "pug",
        "great_pyrenees",
        "Egyptian_Mau",
        "saint_bernard",
        "Ragdoll",
    )
    files = []
    for _ in range(16):
        held = io.BytesIO()
        Image.fromarray(draw.integers(0, 255, (SIZE, SIZE, 3), dtype=np.uint8)).save(held, "jpeg")
        files.append(held.getvalue())
    for i in range(N_PICTURES):
        (folder / f"{breeds[i % len(breeds)]}_{i}.jpg").write_bytes(files[i % len(files)])


def _sales(draw: np.random.Generator) -> pd.DataFrame:
    days = pd.to_datetime("1989-01-31") + pd.to_timedelta(draw.integers(0, 8_400, N_SALES), "D")
    found: dict[str, object] = {
        "SalesID": range(N_SALES),
        "SalePrice": draw.integers(5_000, 140_000, N_SALES),
    }
    found |= {"MachineID": draw.integers(0, 300_000, N_SALES), "saledate": days}
    found |= {"ProductSize": draw.choice(["Large", "Medium", "Small", "Mini", ""], N_SALES)}
    found |= {"YearMade": draw.integers(1950, 2012, N_SALES), "Hours": draw.integers(0, 9_000, N_SALES)}
    found |= {
        name: draw.choice(["a", "b", "c", ""], N_SALES) for name in ("Enclosure", "Drive", "Tires", "State")
    }
    return pd.DataFrame(found)


def _passengers(draw: np.random.Generator) -> pd.DataFrame:
    ages = draw.integers(1, 80, N_PASSENGERS).astype(float)
    ages[::5] = np.nan
    found = {"Survived": draw.integers(0, 2, N_PASSENGERS), "Pclass": draw.integers(1, 4, N_PASSENGERS)}
    found |= {"Sex": draw.choice(["male", "female"], N_PASSENGERS), "Age": ages}
    return pd.DataFrame({**found, "Fare": draw.random(N_PASSENGERS) * 90})
