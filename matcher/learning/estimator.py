"""The model that runs, in the form scikit-learn looks at models in."""

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.utils import Tags
from sklearn.utils.validation import check_is_fitted, validate_data

from matcher.scoring.additive import weighted_sum
from matcher.scoring.result import SCORE_UNIT
from matcher.scoring.weights import WEIGHTS_SUM


class AdditiveEstimator(RegressorMixin, BaseEstimator):  # type: ignore[misc]
    """From values to scores: a row is a profile, a column a criterion, a prediction its points.

    Nothing is learned: `fit` only remembers how many criteria there are.

    Parameters
    ----------
    weights
        One per criterion; left out, all count alike.
    """

    def __init__(self, weights: ArrayLike | None = None) -> None:
        self.weights = weights

    def fit(self, X: ArrayLike, y: ArrayLike | None = None) -> Self:  # noqa: N803
        """Remember how many criteria there are; of `y`, only its form is checked."""
        if y is None:
            validate_data(self, X)
        else:
            validate_data(self, X, y, y_numeric=True)
        return self

    def predict(self, X: ArrayLike) -> NDArray[np.float64]:  # noqa: N803
        """Return the score of each profile, in points of 100 where values are 0..1000."""
        check_is_fitted(self, "n_features_in_")
        values = validate_data(self, X, reset=False, dtype=np.float64)
        return np.asarray(weighted_sum(self._weights(), values.T) / SCORE_UNIT)

    def _weights(self) -> Any:
        if self.weights is None:
            return np.full(self.n_features_in_, WEIGHTS_SUM / self.n_features_in_)
        return np.asarray(self.weights, dtype=np.float64)

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.target_tags.required = False
        # It says what the documentation says, however far that is from anybody's `y`.
        tags.regressor_tags.poor_score = True
        return tags


class OfferEstimator(RegressorMixin, BaseEstimator):  # type: ignore[misc]
    """From what profiles offer to scores: the whole model, facts first.

    Parameters
    ----------
    points_of
        Gives the points of each row; what a column means is its own.
    """

    def __init__(self, points_of: Callable[[NDArray[np.float64]], NDArray[np.float64]]) -> None:
        self.points_of = points_of

    def fit(self, X: ArrayLike, y: ArrayLike | None = None) -> Self:  # noqa: N803, ARG002
        """Do nothing: the model is what it is."""
        return self

    def predict(self, X: NDArray[np.float64]) -> NDArray[np.float64]:  # noqa: N803
        """Return the score of each row."""
        return self.points_of(X)

    def __sklearn_is_fitted__(self) -> bool:
        return True
